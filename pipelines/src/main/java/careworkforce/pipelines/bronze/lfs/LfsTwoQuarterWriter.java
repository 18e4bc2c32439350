package careworkforce.pipelines.bronze.lfs;

import careworkforce.pipelines.synthetic.SourceWriter;
import careworkforce.pipelines.synthetic.TextWriter;
import careworkforce.pipelines.synthetic.jobs.TwoQuarterRecord;
import com.google.auto.service.AutoService;

/** Writes a file of two quarters for each quarter that ends them. */
@AutoService(SourceWriter.class)
public final class LfsTwoQuarterWriter extends TextWriter<TwoQuarterRecord, LfsText> {
  private static final long serialVersionUID = 1L;

  /** For the service loader. */
  public LfsTwoQuarterWriter() {
    super(TwoQuarterRecord.class, "lfs_two_quarter", new LfsText(2));
  }

  @Override
  public void row(TwoQuarterRecord of, StringBuilder to) {
    text.row(of.record(), to);
  }
}
