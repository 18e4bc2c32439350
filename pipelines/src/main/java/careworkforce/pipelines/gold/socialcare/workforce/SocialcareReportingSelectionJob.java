package careworkforce.pipelines.gold.socialcare.workforce;

import careworkforce.common.estimate.Estimate;
import careworkforce.common.estimate.Fit;
import careworkforce.common.estimate.data.Frame;
import careworkforce.common.estimate.data.SparkFrames;
import careworkforce.common.job.Inputs;
import careworkforce.common.job.Job;
import careworkforce.common.job.Transform;
import careworkforce.common.table.Table;
import careworkforce.pipelines.gold.Estimable;
import careworkforce.pipelines.gold.Evidence;
import careworkforce.pipelines.gold.FewClusters;
import careworkforce.pipelines.gold.Finding;
import careworkforce.pipelines.gold.Question;
import com.google.auto.service.AutoService;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Regresses joining and leaving ASC-WDS on what is known of a home. */
@AutoService(Job.class)
public final class SocialcareReportingSelectionJob implements Transform {
  private static final SocialcareReportingSelection SELECTION = SocialcareReportingSelection.TABLE;
  private static final List<String> KNOWN =
      List.of(
          ReportingSample.LOG_BEDS,
          ReportingSample.NURSING,
          ReportingSample.RATED_POORLY,
          ReportingSample.NOT_RATED);
  private static final String AREA = ReportingSample.REGION + "^" + ReportingSample.YEAR;

  @Override
  public Table writes() {
    return SELECTION;
  }

  @Override
  public List<Table> reads() {
    return ReportingSample.tables();
  }

  @Override
  public Dataset<Row> rows(Inputs inputs) {
    Dataset<Row> sample = ReportingSample.rows(inputs);
    Frame frame = SparkFrames.read(sample, List.of(sample.columns()));
    List<Row> rows = new ArrayList<>();
    if (frame.rows() > 0) {
      List<String> known = new ArrayList<>(KNOWN);
      if (frame.column(ReportingSample.OWNERSHIP).codes().levels().size() > 1) {
        known.add("i(" + ReportingSample.OWNERSHIP + ")");
      }
      rows.addAll(of(ReportingSample.JOINS, "homes that have not reported", known, frame, inputs));
      known.add(0, ReportingSample.TURNOVER);
      rows.addAll(of(ReportingSample.LEAVES, "homes that report", known, frame, inputs));
    }
    return SELECTION.select(inputs.rows(rows, SELECTION.schema()));
  }

  private List<Row> of(
      String outcome, String sample, List<String> known, Frame frame, Inputs inputs) {
    String formula = outcome + " ~ " + String.join(" + ", known) + " | " + AREA;
    Fit fit =
        Estimable.orNull(() -> FewClusters.fit(Estimate.ols(formula, frame), ReportingSample.TTWA));
    if (fit == null) {
      return List.of();
    }
    Question question =
        new Question(
            outcome,
            "care homes by year: " + sample,
            "linear",
            "1 unit: a log point of beds, a unit of annual turnover, or having the trait;"
                + " probability",
            "association",
            "homes choose whether to report, for reasons of their own");
    return fit.coefficients().stream()
        .map(term -> FewClusters.coefficient(fit, term.name()))
        .map(term -> new Finding(question, term.name(), term, Evidence.of(fit)))
        .map(finding -> SELECTION.row(finding, inputs, ReportingSample.tables()))
        .toList();
  }
}
