package careworkforce.pipelines.synthetic.nhs;

import careworkforce.common.time.Month;
import careworkforce.pipelines.synthetic.Draw;
import java.time.LocalDate;

/** The substantive post somebody holds: where, as what, in which band, since when. */
final class Post {
  private final Person person;
  private final Draw draw;
  private int numbers;
  Trust trust;
  Occupation occupation;
  String number;
  String contract;
  LocalDate start;
  int fte;
  private int band;
  private int step;
  private int bandSince;

  Post(Person person, Draw draw) {
    this.person = person;
    this.draw = draw;
    this.trust = person.trust();
    this.occupation = person.occupation();
    this.fte = person.fte();
    this.number = nextNumber();
    LocalDate entry = new Month(person.entry()).firstDay();
    this.start =
        person.ofStock() ? entry.minusDays(draw.below(15 * 365)) : entry.plusDays(draw.below(15));
    boolean fixed =
        occupation.role().equals("foundation doctor") || (!person.ofStock() && draw.chance(0.08));
    this.contract = fixed ? "Fixed Term Temp" : "Permanent";
    this.band = occupation.band();
    if (occupation.banded()) {
      band = Math.min(occupation.topBand(), band + (person.ofStock() ? draw.pick(55, 30, 15) : 0));
    }
    this.step = person.ofStock() ? draw.below(8) : draw.pick(70, 10, 10, 10);
    this.bandSince = person.entry();
  }

  private String nextNumber() {
    numbers++;
    return number(numbers);
  }

  /** An assignment number of the person. */
  String number(int of) {
    return (20_000_000L + person.id()) + "-" + of;
  }

  int band() {
    return band;
  }

  /** Years in the band. */
  int step(int month) {
    return step + (month - bandSince) / 12;
  }

  /** Begins another assignment, in the same or another trust. */
  void begin(Trust at, int month) {
    trust = at;
    number = nextNumber();
    start = new Month(month).firstDay();
    contract = "Permanent";
  }

  /** Takes up another occupation in the same assignment. */
  void become(Occupation other, int month) {
    int wanted = band + (draw.chance(0.4) ? 1 : 0);
    occupation = other;
    band = other.banded() ? Math.max(other.band(), Math.min(other.topBand(), wanted)) : 0;
    step = 0;
    bandSince = month;
  }

  /** Goes up a band now and then, as far as the occupation leads. */
  void progress(int month) {
    if (occupation.banded() && band < occupation.topBand() && draw.chance(occupation.rise(band))) {
      band++;
      step = 0;
      bandSince = month;
    }
  }
}
