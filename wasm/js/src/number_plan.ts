import { Fetch, resumedFetch } from "./fetch.js";
import type { Settings } from "./settings.js";
import type { Json } from "./types.js";

const KIND = "number_plan";

/** What is known of the shop's numbers. */
export interface NumberPlanOptions {
  /** The shop's next order number, without the offset of the settings. */
  readonly next_number: number;
  /**
   * How many numbers the shop takes a day, such as "12.5". `null` has it worked out from the documents the shop has in
   * Netvisor already.
   */
  readonly per_day?: string | null;
  /** Only documents dated on this day or later are read; older ones are then not known of. */
  readonly since?: string | null;
  /** How many years the numbers have to last, 1 to 100; `null` for 10. */
  readonly years?: number | null;
}

/** What a plan of numbers comes to. What it means and what to do stands in the notes of the report. */
export interface NumberPlanResult {
  /** How many documents have been read. */
  readonly documents: number;
  /** `null` until all of them have been, and where Netvisor gives the numbers. */
  readonly plan: PlannedNumbers | null;
}

/** Netvisor's numbers and the shop's, and how they go together. */
export interface PlannedNumbers {
  /** The day everything is reckoned from, by Netvisor's clock. */
  readonly today: string;
  /** How many documents are the shop's, by the export's marker. */
  readonly ours: number;
  readonly others: number;
  /** How many have no number, or one that cannot meet any of the shop's. */
  readonly without_number: number;
  readonly lowest: number | null;
  /** Netvisor gives the next one to what is made by hand. */
  readonly highest: number | null;
  /** The numbers that are there, at most 20 ranges: smaller gaps are passed over. */
  readonly ranges: readonly NumberRange[];
  /** Numbers of others that grow today: somebody invoices by hand, or another system does. */
  readonly growing: readonly GrowingNumbers[];
  /** Numbers of others at or above `numbering.manual_from`; `null` where that is not set. */
  readonly manual: ManualNumbers | null;
  /** How many numbers the shop takes a day. */
  readonly per_day: string | null;
  /** Where that comes from: the options, or the dates of the shop's documents in Netvisor. */
  readonly per_day_from: "option" | "documents" | null;
  /** What comes of the settings as they are. */
  readonly present: NumberingProspect;
  /** Settings that keep the numbers apart, the present ones if they do; `null` where no offset does. */
  readonly proposed: ProposedNumbering | null;
}

/** A range of numbers that are there. */
export interface NumberRange {
  readonly from: number;
  readonly to: number;
  /** How many documents. */
  readonly count: number;
  readonly ours: number;
  readonly others: number;
  readonly first_date: string | null;
  readonly last_date: string | null;
}

/** Numbers of others that grow. */
export interface GrowingNumbers {
  readonly from: number;
  readonly to: number;
  /** How many numbers a day it has grown over the last 90 days. */
  readonly per_day: string;
}

/** What lies in the range left to documents made by hand. */
export interface ManualNumbers {
  /** Where the range begins. */
  readonly from: number;
  readonly count: number;
  readonly lowest: number | null;
  readonly highest: number | null;
}

/** What comes of settings. */
export interface NumberingProspect {
  readonly offset: number;
  readonly manual_from: number | null;
  /** The number of the shop's next document. */
  readonly first_number: number;
  /** Whether the numbers last as long as they have to; `null` where that takes a pace that is not known. */
  readonly works: boolean | null;
  /** The first of the shop's coming numbers that another document has. */
  readonly collides_at: number | null;
  readonly collides_on: string | null;
  /** The last number the shop may use. */
  readonly last_number: number;
  readonly ends_on: string | null;
  /** The first of the shop's coming numbers, if others come to it from below. */
  readonly overtaken_at: number | null;
  readonly overtaken_on: string | null;
}

/** Settings that keep the numbers apart. */
export interface ProposedNumbering {
  readonly offset: number;
  readonly manual_from: number;
  /** The number of the shop's next document then. */
  readonly first_number: number;
  /** Until when the numbers last at the shop's pace; `null` where that is not known, or after the year 9999. */
  readonly lasts_until: string | null;
}

/** Finds out whether the shop's numbers and Netvisor's meet, and what keeps them apart. It hands out nothing on the way. */
export class NumberPlan extends Fetch<never, NumberPlanResult> {
  /** @throws {NetvisorOrdersError} of kind `options` with everything that is wrong with them. */
  constructor(options: Json<NumberPlanOptions>, settings: Settings) {
    super(KIND, options, settings);
  }

  /** Goes on where a plan stood when its checkpoint was taken. Throws as `StockFetch.resume`. */
  static resume(checkpoint: string, settings: Settings): NumberPlan {
    return resumedFetch(NumberPlan, KIND, checkpoint, settings);
  }
}
