import sqlite3

import sqlite_vec

db = sqlite3.connect(":memory:")
sqlite_vec.load(db)
