def nearest(connection, x: float, y: float):
    connection.run("CREATE EXTENSION IF NOT EXISTS postgis")  # ok
    return connection.run("SELECT id FROM places ORDER BY location <-> point(%s, %s)", (x, y))  # ok: no vectors


CPP_TYPES = {"std::string": "ss", "std::vector": "v", "std::vector<int>": "vi"}  # ok: types of C++


def alike(connection, wanted: str):
    return connection.run("SELECT id FROM notes ORDER BY distance(place, :wanted)", wanted=wanted)  # ok
