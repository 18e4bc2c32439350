package careworkforce.pipelines.synthetic.care;

import careworkforce.pipelines.synthetic.Fact;
import careworkforce.pipelines.synthetic.Story;
import careworkforce.pipelines.synthetic.Told;
import careworkforce.pipelines.synthetic.Trap;
import careworkforce.pipelines.synthetic.WorldSettings;
import careworkforce.pipelines.synthetic.area.Region;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Care staff, area by area, so that those who move appear again with another employer. */
public record CareStory(WorldSettings world) implements Story {
  @Override
  public String name() {
    return "care";
  }

  @Override
  public long entities() {
    return world.areas();
  }

  @Override
  public Set<Class<? extends Fact>> facts() {
    return Set.of(WorkerExtract.class, LeaverExtract.class, WorkplaceExtract.class);
  }

  @Override
  public void tell(long entity, Told to) {
    int area = (int) entity;
    LabourMarket market = new LabourMarket(world, area, to);
    List<Staff> staffs = new ArrayList<>();
    for (int index = area; index < world.employers(); index += world.areas()) {
      Employer employer = Employer.of(world, index);
      staffs.add(new Staff(world, employer, market, to));
      to.tally(Trap.ASCWDS_JOINING_AND_LEAVING, employer.joinsOrLeaves(world) ? 1 : 0);
    }
    boolean test =
        area < Region.values().length
            && world.draw("test account", area).chance(world.rate(Trap.TEST_ESTABLISHMENT));
    if (test) {
      staffs.add(new Staff(world, Employer.test(world, area), market, to));
    }
    for (int month = world.from(); month <= world.to(); month++) {
      for (Staff staff : staffs) {
        staff.month(month);
        if (world.ascwdsExtract(month)) {
          staff.extract(month);
        }
      }
    }
  }
}
