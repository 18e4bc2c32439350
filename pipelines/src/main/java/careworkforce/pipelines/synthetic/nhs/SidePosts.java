package careworkforce.pipelines.synthetic.nhs;

import careworkforce.pipelines.synthetic.Draw;
import careworkforce.pipelines.synthetic.Told;
import careworkforce.pipelines.synthetic.Trap;
import careworkforce.pipelines.synthetic.WorldSettings;
import org.jspecify.annotations.Nullable;

/**
 * Assignments beside the main one: a bank post of no contracted hours, and for a few a second
 * substantive post in another occupation. Of these some see their hours swap, so that the second
 * post becomes the main one although both are still held: no occupation move.
 */
final class SidePosts {
  private static final int MAJOR = 60;
  private static final int MINOR = 40;

  private final Person person;
  private final Post post;
  private final Told told;
  private final @Nullable Occupation second;
  private final int swap;
  private final int bankFrom;
  private final int bankTo;
  private boolean ended;

  SidePosts(WorldSettings world, Person person, Post post, Draw draw, Told told) {
    this.person = person;
    this.post = post;
    this.told = told;
    Occupation other = post.occupation.next(draw);
    boolean holds = draw.chance(world.rate(Trap.SECOND_POST)) && other != post.occupation;
    this.second = holds ? other : null;
    boolean swaps = holds && draw.chance(world.rate(Trap.MAIN_SWAP));
    this.swap = swaps ? person.entry() + draw.between(6, 60) : Integer.MAX_VALUE;
    boolean bank = draw.chance(world.rate(Trap.BANK_POST));
    this.bankFrom = bank ? person.entry() + draw.below(48) : Integer.MAX_VALUE;
    this.bankTo = bank ? bankFrom + draw.between(6, 60) : Integer.MAX_VALUE;
    told.tally(Trap.SECOND_POST, holds ? 1 : 0);
    told.tally(Trap.BANK_POST, bank ? 1 : 0);
  }

  /** Contracted hours of the main post beside the second. */
  int mainFte(int month) {
    if (second == null || ended) {
      return post.fte;
    }
    return month < swap ? MAJOR : MINOR;
  }

  /** Tells the side posts held in a month. */
  void month(int month, String status, @Nullable Leaving leaving) {
    if (ended) {
      return;
    }
    if (second != null) {
      told.tally(Trap.MAIN_SWAP, month == swap ? 1 : 0);
      int fte = month < swap ? MINOR : MAJOR;
      tell(month, second, post.number(91), fte, "Permanent", status, leaving);
    }
    if (month >= bankFrom && month < bankTo) {
      tell(month, post.occupation, post.number(92), 0, "Bank", status, leaving);
    }
  }

  private void tell(
      int month,
      Occupation occupation,
      String number,
      int fte,
      String contract,
      String status,
      @Nullable Leaving leaving) {
    int band = occupation.band();
    told.fact(
        new AssignmentMonth(
            month,
            person,
            post.trust,
            number,
            occupation,
            band,
            0,
            fte,
            contract,
            status,
            post.start,
            false,
            leaving));
  }

  void end() {
    ended = true;
  }
}
