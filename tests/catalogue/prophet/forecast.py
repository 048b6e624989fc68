from prophet import Prophet

m = Prophet()
m.fit(df)
