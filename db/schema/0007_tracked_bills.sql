-- The bills that are followed are few among thousands: questions about all of them begin here.
CREATE INDEX bills_tracked ON bills (key) WHERE is_tracked;
