package careworkforce.pipelines.synthetic.care;

import careworkforce.common.time.Month;
import careworkforce.pipelines.synthetic.Draw;
import careworkforce.pipelines.synthetic.WorldSettings;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An inspection of a home. Of the ratings that stand 3 in 100 are outstanding, 80 good, 15 require
 * improvement and 2 are inadequate (calibration 3.3). How visits find homes is of this world's own
 * making, chosen so that the ratings that stand are those: homes rated badly are visited sooner,
 * and a third of visits to the others find them below good.
 */
public record Inspection(LocalDate visited, LocalDate published, String rating, long variation) {
  /** The six domains that are rated. */
  public static final List<String> DOMAINS =
      List.of("Overall", "Safe", "Effective", "Caring", "Responsive", "Well-led");

  private static final String[] RATINGS = {
    "Outstanding", "Good", "Requires improvement", "Inadequate"
  };
  private static final int BEGUN = Month.of(2014, 10).number();

  /** Those of a home, in order. */
  static List<Inspection> of(WorldSettings world, Employer employer) {
    Draw draw = world.draw("inspections", employer.index());
    List<Inspection> all = new ArrayList<>();
    int month = BEGUN + draw.below(24);
    int rating = draw.pick(2, 75, 20, 3);
    while (month <= world.to()) {
      LocalDate visited = new Month(month).firstDay().plusDays(draw.below(28));
      all.add(
          new Inspection(
              visited, visited.plusDays(draw.between(30, 75)), RATINGS[rating], draw.bits()));
      month += rating <= 1 ? draw.between(18, 34) : draw.between(6, 14);
      rating =
          rating <= 1
              ? (draw.chance(0.5) ? rating : draw.pick(4, 24, 65, 7))
              : draw.pick(1, 66, 29, 4);
    }
    return all;
  }

  /** The last one published by a day; null before the first. */
  static @Nullable Inspection latest(List<Inspection> all, LocalDate day) {
    Inspection latest = null;
    for (Inspection inspection : all) {
      latest = inspection.published().isAfter(day) ? latest : inspection;
    }
    return latest;
  }

  /** The rating in a domain: that of the whole, or a step better. */
  public String rating(String domain) {
    int place = DOMAINS.indexOf(domain);
    boolean better = place > 0 && (variation >> place & 1) == 1;
    return better && !rating.equals("Outstanding") && !rating.equals("Good") ? "Good" : rating;
  }
}
