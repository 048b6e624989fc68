const BASE_URL = process.env.WEATHER_URL ?? "https://weather.trip-planner.example";

export interface Forecast {
  date: string;
  minC: number;
  maxC: number;
  rainMm: number;
}

export async function forecast(place: string, days: number): Promise<Forecast[]> {
  const url = new URL("/v2/forecast", BASE_URL);
  url.searchParams.set("place", place);
  url.searchParams.set("days", String(days));
  const response = await fetch(url, { signal: AbortSignal.timeout(5_000) });
  if (!response.ok) throw new Error(`the weather service answered ${response.status}`);
  return (await response.json()) as Forecast[];
}
