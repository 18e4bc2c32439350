package careworkforce.pipelines.synthetic.residents;

import careworkforce.pipelines.synthetic.Draw;
import careworkforce.pipelines.synthetic.WorldSettings;

/**
 * A stay in the accident and emergency department, drawn on a stream of its own: one in
 * twenty-seven lasts over twelve hours, and eight in ten fractures are of a fall [M].
 *
 * @param fall whether a fall brought the person
 * @param minutes from arrival to departure
 */
public record InDepartment(boolean fall, int minutes) {
  /** That of a planned follow-up. */
  static final InDepartment BRIEF = new InDepartment(false, 60);

  private static final int LEAST = 60;
  private static final double MEAN_BEYOND = 200;
  private static final double FRACTURE_OF_FALL = 0.8;
  private static final double OTHER_OF_FALL = 0.05;

  /** That of the attendance with a key. */
  static InDepartment of(WorldSettings world, long key, int complaint) {
    Draw draw = world.draw("in department", key);
    return new InDepartment(
        draw.chance(complaint == 0 ? FRACTURE_OF_FALL : OTHER_OF_FALL),
        LEAST + (int) draw.exponential(MEAN_BEYOND));
  }
}
