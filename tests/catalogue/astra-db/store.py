from astrapy import DataAPIClient

database = DataAPIClient("TOKEN").get_database("https://0123-us-east1.apps.astra.datastax.com")
