package careworkforce.pipelines.synthetic.residents;

import careworkforce.common.time.Month;
import careworkforce.pipelines.synthetic.Draw;
import careworkforce.pipelines.synthetic.Told;
import careworkforce.pipelines.synthetic.Trap;
import careworkforce.pipelines.synthetic.WorldSettings;
import careworkforce.pipelines.synthetic.care.Employer;
import careworkforce.pipelines.synthetic.care.Turnover;
import careworkforce.pipelines.synthetic.nhs.Trust;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Attendances and emergency stays of the residents of one home. Seven in ten arrivals are admitted,
 * 0.70 of 0.98 a year; eight in ten come by ambulance. Nobody arrives while in hospital. A stay is
 * told when it ends, a follow-up when it comes: whether the resident lives to see it shows then.
 */
final class Attendances {
  private static final double ADMITTED = 0.70 / 0.98;
  private static final double AMBULANCE = 0.8;
  private static final double STAY = 8;
  private static final int DAY = 24 * 60;

  private final WorldSettings world;
  private final Employer home;
  private final Turnover turnover;
  private final Trust trust;
  private final Told told;
  private final List<Stay> stays = new ArrayList<>();
  private final List<Arrival> followUps = new ArrayList<>();
  private long keys;
  private LocalDate inHospitalUntil = LocalDate.MIN;
  private boolean admitted;
  private @Nullable Resident patient;

  /**
   * A stay that is not told yet.
   *
   * @param leaves the day of discharge, unless the resident dies before
   * @param key 0 for one that outlasts the world
   */
  private record Stay(Arrival arrival, LocalDate leaves, long key) {}

  Attendances(WorldSettings world, Employer home, Told told) {
    this.world = world;
    this.home = home;
    this.told = told;
    this.turnover = Turnover.of(world, home);
    this.trust = Trust.in(home.area().region(), world.draw("nearest hospital", home.index()));
  }

  /** Expected arrivals of a resident in a month. */
  double expected(int month) {
    return turnover.arrivals(month - world.from());
  }

  private long key() {
    return 100_000_000_000L + home.index() * 1_000_000L + keys++;
  }

  /** An arrival on a day, unless the resident is in hospital. */
  void arrive(Resident resident, LocalDate date, @Nullable LocalDate death, Draw draw) {
    if (patient == resident && date.isBefore(inHospitalUntil)) {
      return;
    }
    patient = resident;
    admitted = draw.chance(ADMITTED);
    long key = key();
    int minute = (int) Math.min(DAY - 1, Math.abs(DAY * (0.58 + 0.22 * draw.normal())));
    boolean ambulance = draw.chance(AMBULANCE);
    int category = draw.chance(0.02) ? 3 : 1;
    int complaint = draw.pick(30, 25, 20, 15, 10);
    Arrival arrival =
        new Arrival(
            Month.of(date).number(),
            resident,
            key,
            date,
            minute,
            ambulance,
            category,
            admitted,
            trust.codeIn(Month.of(date).number()),
            complaint,
            InDepartment.of(world, key, complaint),
            true);
    told.tally("ae_arrivals", 1);
    record(arrival, death, draw);
    if (admitted) {
      stay(arrival, death, draw);
    } else {
      inHospitalUntil = date;
    }
  }

  /** Whether a resident is in hospital on a day. */
  boolean inHospital(Resident resident, LocalDate day) {
    return patient == resident && admitted && !inHospitalUntil.isBefore(day);
  }

  private void record(Arrival arrival, @Nullable LocalDate death, Draw draw) {
    if (draw.chance(world.rate(Trap.AE_DUPLICATE_MIDNIGHT))
        && inOneSeries(arrival.date(), arrival.date().plusDays(1))) {
      Arrival late = at(arrival, DAY - 1 - draw.below(20));
      told.fact(late);
      told.fact(late.again(key(), arrival.date().plusDays(1), draw.below(20)));
      told.tally(Trap.AE_DUPLICATE_MIDNIGHT, 1);
    } else {
      told.fact(arrival);
      int again = arrival.minute() + draw.between(3, 50);
      if (draw.chance(world.rate(Trap.AE_DUPLICATE)) && again < DAY) {
        told.fact(arrival.again(key(), arrival.date(), again));
        told.tally(Trap.AE_DUPLICATE, 1);
      }
    }
    LocalDate followUp = arrival.date().plusDays(draw.between(30, 40));
    if (draw.chance(world.rate(Trap.AE_FOLLOW_UP)) && death == null && inWorld(followUp)) {
      followUps.add(followUp(arrival, followUp));
    }
  }

  private boolean inWorld(LocalDate date) {
    return Month.of(date).number() <= world.to();
  }

  /** Whether the later of two days is in the world, and in ECDS if the earlier is. */
  private boolean inOneSeries(LocalDate earlier, LocalDate later) {
    boolean begins =
        Month.of(later).number() == world.ecdsStart()
            && Month.of(earlier).number() < world.ecdsStart();
    return inWorld(later) && !begins;
  }

  private static Arrival at(Arrival arrival, int minute) {
    return new Arrival(
        arrival.month(),
        arrival.resident(),
        arrival.key(),
        arrival.date(),
        minute,
        arrival.ambulance(),
        arrival.category(),
        arrival.admitted(),
        arrival.provider(),
        arrival.complaint(),
        arrival.inDepartment(),
        true);
  }

  private Arrival followUp(Arrival arrival, LocalDate date) {
    int month = Month.of(date).number();
    return new Arrival(
        month,
        arrival.resident(),
        key(),
        date,
        10 * 60,
        false,
        2,
        false,
        trust.codeIn(month),
        arrival.complaint(),
        InDepartment.BRIEF,
        true);
  }

  private void stay(Arrival arrival, @Nullable LocalDate death, Draw draw) {
    LocalDate leaves = arrival.date().plusDays((int) draw.exponential(STAY));
    inHospitalUntil = death != null && death.isBefore(leaves) ? death : leaves;
    told.tally("emergency_admissions", 1);
    stays.add(new Stay(arrival, leaves, inWorld(inHospitalUntil) ? key() : 0));
  }

  /**
   * Tells the stays that end and the follow-ups that come by the end of a month.
   *
   * @param death of the resident, in the month; null if there is none
   */
  void tell(int month, @Nullable LocalDate death) {
    LocalDate end = new Month(month).lastDay();
    stays.removeIf(stay -> ends(stay, end, death));
    followUps.removeIf(followUp -> comes(followUp, end, death));
    if (month == world.to()) {
      stays.clear();
      followUps.clear();
    }
  }

  private boolean ends(Stay stay, LocalDate end, @Nullable LocalDate death) {
    boolean dies = death != null && !stay.leaves().isBefore(death);
    LocalDate discharged = dies && death != null ? death : stay.leaves();
    if (discharged.isAfter(end)) {
      return false;
    }
    Arrival arrival = stay.arrival();
    told.fact(
        new Admission(
            Month.of(discharged).number(),
            arrival.resident(),
            stay.key() == 0 ? key() : stay.key(),
            arrival.date(),
            discharged,
            dies,
            arrival.provider(),
            arrival.complaint(),
            arrival.inDepartment().fall()));
    return true;
  }

  private boolean comes(Arrival followUp, LocalDate end, @Nullable LocalDate death) {
    if (death != null && followUp.date().isAfter(death)) {
      return true;
    }
    if (followUp.date().isAfter(end)) {
      return false;
    }
    told.fact(followUp);
    told.tally(Trap.AE_FOLLOW_UP, 1);
    return true;
  }
}
