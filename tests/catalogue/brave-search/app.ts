import { BraveSearch } from "brave-search";

const brave = new BraveSearch(process.env.BRAVE_API_KEY);
