import { Client } from "@botpress/client";

const client = new Client({ token: process.env.BOTPRESS_TOKEN });
