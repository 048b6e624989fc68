def nearest(connection, x: float, y: float):
    connection.run("CREATE EXTENSION IF NOT EXISTS postgis")  # ok
    return connection.run("SELECT id FROM places ORDER BY location <-> point(%s, %s)", (x, y))  # ok: no vectors
