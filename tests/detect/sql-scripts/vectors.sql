-- ok: a table of forces
CREATE TABLE vectors (x float, y float);
INSERT INTO vectors VALUES (1, 2);
