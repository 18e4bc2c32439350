package careworkforce.pipelines.synthetic.area;

/** The nine regions of England, with what differs between them in the synthetic world. */
public enum Region {
  NORTH_EAST("E12000001", "North East", 4, 'B', 0.6667, 1.0, -0.03),
  NORTH_WEST("E12000002", "North West", 5, 'F', 1.0, 1.0, -0.02),
  YORKSHIRE("E12000003", "Yorkshire and The Humber", 9, 'J', 1.0, 1.0, -0.02),
  EAST_MIDLANDS("E12000004", "East Midlands", 2, 'C', 1.0, 1.0, -0.01),
  WEST_MIDLANDS("E12000005", "West Midlands", 8, 'E', 1.0, 1.0, 0),
  EAST("E12000006", "East of England", 1, 'I', 1.0, 1.0, 0.03),
  LONDON("E12000007", "London", 3, 'G', 1.0, 1.2, 0.15),
  SOUTH_EAST("E12000008", "South East", 6, 'H', 1.3333, 1.0, 0.06),
  SOUTH_WEST("E12000009", "South West", 7, 'D', 1.0, 1.0, 0);

  private final String code;
  private final String label;
  private final int ascwdsId;
  private final char nmdsLetter;
  private final double nurseTraining;
  private final double payWeight;
  private final double wageGap;

  Region(
      String code,
      String label,
      int ascwdsId,
      char nmdsLetter,
      double nurseTraining,
      double payWeight,
      double wageGap) {
    this.code = code;
    this.label = label;
    this.ascwdsId = ascwdsId;
    this.nmdsLetter = nmdsLetter;
    this.nurseTraining = nurseTraining;
    this.payWeight = payWeight;
    this.wageGap = wageGap;
  }

  /** The region with an ONS code. */
  public static Region of(String code) {
    for (Region region : values()) {
      if (region.code.equals(code)) {
        return region;
      }
    }
    throw new IllegalArgumentException("no region " + code);
  }

  /** ONS code. */
  public String code() {
    return code;
  }

  /** Name. */
  public String label() {
    return label;
  }

  /** Number in ASC-WDS. */
  public int ascwdsId() {
    return ascwdsId;
  }

  /** First letter of the NMDS ids of its workplaces. */
  public char nmdsLetter() {
    return nmdsLetter;
  }

  /** Support staff in nurse training, relative to England: South East twice the North East. */
  public double nurseTraining() {
    return nurseTraining;
  }

  /** High-cost area weight of NHS pay. */
  public double payWeight() {
    return payWeight;
  }

  /** Log outside wage relative to England. */
  public double wageGap() {
    return wageGap;
  }
}
