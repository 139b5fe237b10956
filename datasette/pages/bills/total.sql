SELECT count(*) AS bills FROM bills
