package careworkforce.pipelines.paper;

import careworkforce.common.report.Page;
import java.util.List;
import java.util.Map;

/** A study as it is written up: its parts, and the pages that are made of them. */
interface Paper {
  /** All parts, in the order of the paper, those too whose table is not there. */
  List<Part> parts();

  /**
   * The pages, by the name of their file.
   *
   * @param synthetic true if any row behind them is synthetic
   */
  Map<String, Page> pages(List<Part> parts, boolean synthetic);
}
