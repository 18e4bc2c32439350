package careworkforce.pipelines.synthetic.jobs;

import careworkforce.pipelines.synthetic.Draw;
import careworkforce.pipelines.synthetic.Fact;
import careworkforce.pipelines.synthetic.Story;
import careworkforce.pipelines.synthetic.Told;
import careworkforce.pipelines.synthetic.WorldSettings;
import java.util.Set;

/** The Labour Force Survey, quarter by quarter: a sample of its own for each file. */
public record LabourForceStory(WorldSettings world) implements Story {
  /** Care staff and others in a file, whatever the size of the world. */
  private static final int CARE = 700;

  private static final int OTHER = 300;
  private static final int SOC2020 = 12 * 2021;

  @Override
  public String name() {
    return "labour force survey";
  }

  @Override
  public long entities() {
    return world.to() / 3 - (world.from() + 2) / 3 + 1L;
  }

  @Override
  public Set<Class<? extends Fact>> facts() {
    return Set.of(TwoQuarterRecord.class, FiveQuarterRecord.class);
  }

  @Override
  public void tell(long entity, Told to) {
    int month = 3 * ((world.from() + 2) / 3 + (int) entity);
    for (int i = 0; i < CARE + OTHER; i++) {
      to.fact(new TwoQuarterRecord(month, record(month, i, 2)));
      to.fact(new FiveQuarterRecord(month, record(month, i, 5)));
    }
  }

  private LfsRecord record(int month, int i, int waves) {
    boolean care = i < CARE;
    Draw draw = world.draw("labour force survey", (month * 10L + waves) * 10_000 + i);
    String id = Integer.toString(month) + waves + String.format("%05d", i);
    Respondent respondent =
        Respondent.of(id, care, care ? CARE : OTHER, waves, world.mechanism().turnover(), draw);
    return new LfsRecord(respondent, month >= SOC2020);
  }
}
