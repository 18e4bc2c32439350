package careworkforce.pipelines.silver.exposures.nhsopenings;

import careworkforce.common.job.FakeInputs;
import careworkforce.common.time.Month;
import careworkforce.pipelines.TestRows;
import careworkforce.pipelines.bronze.geography.Deprivation;
import careworkforce.pipelines.silver.reference.AreaLinks;
import careworkforce.pipelines.silver.reference.DistrictAreas;
import careworkforce.pipelines.silver.reference.TrustAreas;
import careworkforce.pipelines.silver.spells.EsrSpells;
import careworkforce.pipelines.synthetic.Fact;
import careworkforce.pipelines.synthetic.Story;
import careworkforce.pipelines.synthetic.Told;
import careworkforce.pipelines.synthetic.WorldSettings;
import careworkforce.pipelines.synthetic.area.Area;
import careworkforce.pipelines.synthetic.area.LocalAuthority;
import careworkforce.pipelines.synthetic.nhs.AssignmentMonth;
import careworkforce.pipelines.synthetic.nhs.NhsStory;
import careworkforce.pipelines.synthetic.nhs.TrustPlace;
import careworkforce.pipelines.synthetic.nhs.TrustPlacesStory;
import java.sql.Date;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;

/**
 * NHS openings by area and month of a synthetic England, from the careers of its staff as they are,
 * without files in between: of each the spells in the post of most hours, and those off payrolls.
 */
public final class DrawnOpenings {
  private static final EsrSpells S = EsrSpells.TABLE;
  private static final TrustAreas A = TrustAreas.TABLE;
  private static final Deprivation D = Deprivation.TABLE;
  private static final DistrictAreas T = DistrictAreas.TABLE;
  private static final AreaLinks L = AreaLinks.TABLE;

  /** Where somebody works, and as what. */
  private record Post(String trust, String group, int band) {}

  private final WorldSettings world;
  private final TestRows spells =
      TestRows.of(S).each(S.months, 1, S.state, "ACTIVE", S.leaverOfficial, false);
  private final Post[] posts;
  private final int[] hours;

  private DrawnOpenings(WorldSettings world) {
    this.world = world;
    this.posts = new Post[world.months()];
    this.hours = new int[world.months()];
  }

  /** Rows of the table, of the travel-to-work areas themselves. */
  public static Dataset<Row> of(WorldSettings world) {
    return new DrawnOpenings(world).rows();
  }

  private Dataset<Row> rows() {
    Map<String, Integer> areas = new HashMap<>();
    TestRows lookup = TestRows.of(T);
    TestRows links = TestRows.of(L).each(L.link, AreaLinks.TTWA, L.weight, 1.0);
    TestRows people = TestRows.of(D).each(D.period, "2019-01", D.sourceFile, "f", D.sourceLine, 2L);
    for (int index = 0; index < world.areas(); index++) {
      links.row(L.area, "T" + index, L.linked, "T" + index);
      for (LocalAuthority district : Area.of(index, world.areas()).districts()) {
        areas.put(district.code(), index);
        lookup.row(T.lad, district.code(), T.present, district.code(), T.ttwa, "T" + index);
        people.row(
            D.lsoa11Code, district.code(),
            D.ladCode, district.code(),
            D.imdRank, 1,
            D.imdDecile, 1,
            D.workingAge, district.workingAge(world));
      }
    }
    careers();
    return new NhsOpeningMonthsJob()
        .rows(
            FakeInputs.of()
                .with(S, spells.dataset())
                .with(A, trusts(areas))
                .with(D, people.dataset())
                .with(T, lookup.dataset())
                .with(L, links.dataset()));
  }

  private Dataset<Row> trusts(Map<String, Integer> areas) {
    TestRows trusts = TestRows.of(A);
    tell(
        new TrustPlacesStory(world),
        fact -> {
          if (fact instanceof TrustPlace place) {
            Integer area = areas.get(place.district().code());
            if (area != null) {
              trusts.row(
                  A.organisation, place.code(), A.lad, place.district().code(), A.ttwa, "T" + area);
            }
          }
        });
    return trusts.dataset();
  }

  private void careers() {
    NhsStory story = new NhsStory(world);
    Told told = listening(this::hear);
    for (long person = 0; person < story.entities(); person++) {
      java.util.Arrays.fill(posts, null);
      java.util.Arrays.fill(hours, 0);
      story.tell(person, told);
      spells("p" + person);
    }
  }

  private void hear(Fact fact) {
    if (fact instanceof AssignmentMonth of) {
      int t = of.month() - world.from();
      if (of.fte() > hours[t]) {
        hours[t] = of.fte();
        posts[t] =
            new Post(
                of.trust().lastCode(),
                of.occupation().group(),
                of.occupation().banded() ? of.band() : 0);
      }
    }
  }

  private void spells(String person) {
    int first = 0;
    for (int t = 1; t <= posts.length; t++) {
      @Nullable Post now = t < posts.length ? posts[t] : null;
      if (t == posts.length || !Objects.equals(posts[first], now)) {
        Post held = posts[first];
        spells.row(
            S.personId,
            person,
            S.organisation,
            held == null ? null : held.trust(),
            S.level2,
            held == null ? null : held.group(),
            S.bandRank,
            held == null ? null : 10 * held.band(),
            S.firstMonth,
            date(first),
            S.lastMonth,
            date(t - 1),
            S.leftCensored,
            first == 0,
            S.rightCensored,
            t == posts.length);
        first = t;
      }
    }
  }

  private Date date(int t) {
    return Date.valueOf(new Month(world.from() + t).firstDay());
  }

  private static void tell(Story story, java.util.function.Consumer<Fact> to) {
    for (long entity = 0; entity < story.entities(); entity++) {
      story.tell(entity, listening(to));
    }
  }

  private static Told listening(java.util.function.Consumer<Fact> to) {
    return new Told() {
      @Override
      public <F extends Fact> void fact(F fact) {
        to.accept(fact);
      }

      @Override
      public void tally(String name, long count) {}
    };
  }
}
