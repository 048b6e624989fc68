import { tool } from "ai";
import { z } from "zod";

import { searchTrips } from "@/lib/trips";
import { forecast } from "@/lib/weather";

export const tools = {
  searchTrips: tool({
    description: "Search the agency's own trips by tag, price and length.",
    inputSchema: z.object({
      tags: z.array(z.enum(["city", "food", "train", "hiking", "lake", "sea", "history"])),
      maxPricePerPersonEur: z.number().positive().optional(),
      maxNights: z.number().int().positive().optional(),
    }),
    execute: async (query) => searchTrips(query),
  }),
  weather: tool({
    description: "Weather forecast for a place, up to ten days ahead.",
    inputSchema: z.object({ place: z.string().min(2), days: z.number().int().min(1).max(10) }),
    execute: async ({ place, days }) => {
      try {
        return await forecast(place, days);
      } catch {
        return { unavailable: true };
      }
    },
  }),
};
