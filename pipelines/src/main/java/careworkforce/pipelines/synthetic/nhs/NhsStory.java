package careworkforce.pipelines.synthetic.nhs;

import careworkforce.pipelines.synthetic.Fact;
import careworkforce.pipelines.synthetic.Story;
import careworkforce.pipelines.synthetic.Told;
import careworkforce.pipelines.synthetic.WorldSettings;
import java.util.Set;

/** NHS staff, one by one. */
public record NhsStory(WorldSettings world) implements Story {
  @Override
  public String name() {
    return "nhs";
  }

  @Override
  public long entities() {
    return Person.count(world);
  }

  @Override
  public Set<Class<? extends Fact>> facts() {
    return Set.of(AssignmentMonth.class, AbsenceMonth.class, SicknessDays.class);
  }

  @Override
  public void tell(long entity, Told to) {
    new Career(world, Person.of(world, entity), to).tell();
  }
}
