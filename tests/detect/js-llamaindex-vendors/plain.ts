// The framework's own names tell no vendor.
import { Document, SimpleDirectoryReader, SummaryIndex } from "llamaindex"; // expect: use llamaindex import

export const parts = [Document, SimpleDirectoryReader, SummaryIndex];
