SELECT key, name, short_name, in_force_on FROM treaties ORDER BY adopted_on DESC
