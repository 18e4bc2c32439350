package careworkforce.pipelines.synthetic.nhs;

import careworkforce.pipelines.synthetic.Fact;
import careworkforce.pipelines.synthetic.Story;
import careworkforce.pipelines.synthetic.Told;
import careworkforce.pipelines.synthetic.WorldSettings;
import java.util.Set;

/** NHS staff, one by one; after them those hired in rounds. */
public record NhsStory(WorldSettings world) implements Story {
  @Override
  public String name() {
    return "nhs";
  }

  @Override
  public long entities() {
    return Person.count(world) + RecruitmentRounds.of(world).size();
  }

  @Override
  public Set<Class<? extends Fact>> facts() {
    return Set.of(AssignmentMonth.class, AbsenceMonth.class, SicknessDays.class);
  }

  @Override
  public void tell(long entity, Told to) {
    long others = Person.count(world);
    Person person =
        entity < others
            ? Person.of(world, entity)
            : RecruitmentRounds.of(world).person(entity - others);
    new Career(world, person, to).tell();
  }
}
