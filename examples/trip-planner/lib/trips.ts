export interface Trip {
  id: string;
  destination: string;
  country: string;
  nights: number;
  pricePerPersonEur: number;
  tags: string[];
}

const TRIPS: Trip[] = [
  { id: "por-01", destination: "Porto", country: "PT", nights: 4, pricePerPersonEur: 540, tags: ["city", "food", "train"] },
  { id: "slo-02", destination: "Lake Bled", country: "SI", nights: 5, pricePerPersonEur: 610, tags: ["hiking", "lake"] },
  { id: "nor-03", destination: "Lofoten", country: "NO", nights: 7, pricePerPersonEur: 1480, tags: ["hiking", "sea"] },
  { id: "ita-04", destination: "Matera", country: "IT", nights: 3, pricePerPersonEur: 420, tags: ["city", "history"] },
];

export function searchTrips(query: { tags: string[]; maxPricePerPersonEur?: number; maxNights?: number }): Trip[] {
  return TRIPS.filter(
    (trip) =>
      query.tags.every((tag) => trip.tags.includes(tag)) &&
      trip.pricePerPersonEur <= (query.maxPricePerPersonEur ?? Infinity) &&
      trip.nights <= (query.maxNights ?? Infinity),
  );
}
