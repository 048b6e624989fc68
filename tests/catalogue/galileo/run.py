import promptquality as pq

pq.login("console.galileo.example")
