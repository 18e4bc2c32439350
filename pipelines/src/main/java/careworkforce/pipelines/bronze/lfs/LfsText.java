package careworkforce.pipelines.bronze.lfs;

import careworkforce.pipelines.synthetic.Cells;
import careworkforce.pipelines.synthetic.DeliveredText;
import careworkforce.pipelines.synthetic.jobs.LfsRecord;
import org.jspecify.annotations.Nullable;

/** The files of the longitudinal Labour Force Survey in the archive's names and columns. */
record LfsText(int quarters) implements DeliveredText {
  private static final long serialVersionUID = 1L;
  private static final String[] QUARTERS = {"jm", "aj", "js", "od"};
  private static final int SOC2020 = 2021;

  /** Path of the file whose last quarter begins in a month; null if none does. */
  @Override
  public @Nullable String file(int month) {
    if (month % 3 != 0) {
      return null;
    }
    StringBuilder path = new StringBuilder();
    Cells.dashedMonth(month, path);
    path.append('/').append(weight(month).toLowerCase(java.util.Locale.ROOT));
    path.append('_').append(quarters).append("q_");
    quarter(month - 3 * (quarters - 1), path);
    path.append('_');
    quarter(month, path);
    return path.append("_eul.tab").toString();
  }

  private static void quarter(int month, StringBuilder to) {
    to.append(QUARTERS[Math.floorMod(month, 12) / 3]);
    Cells.two(Math.floorDiv(month, 12) % 100, to);
  }

  /** Name of the weight, by the population it is grossed to; which years have which is [M]. */
  private static String weight(int month) {
    int year = Math.floorDiv(month, 12);
    if (year < 2014) {
      return "LGWT";
    }
    return year < 2018 ? "LGWT14" : year < 2020 ? "LGWT18" : year < 2022 ? "LGWT20" : "LGWT22";
  }

  /** The header of a month's file. */
  @Override
  public String header(int month) {
    String vintage = Math.floorDiv(month, 12) < SOC2020 ? "10" : "20";
    StringBuilder header =
        new StringBuilder("PERSID\t").append(weight(month)).append("\tFLOW\tAGE").append(quarters);
    for (int q = 1; q <= quarters; q++) {
      header.append("\tILODEFR").append(q).append("\tINCAC05").append(q);
      header.append("\tSC").append(vintage).append("MMJ").append(q);
      header.append("\tSOC").append(vintage).append('M').append(q);
      header.append("\tINDC07M").append(q).append("\tIN792SM").append(q);
      header.append("\tEMPLEN").append(q);
    }
    return header.append('\n').toString();
  }

  @Override
  public char delimiter() {
    return '\t';
  }

  /** Appends a row. */
  void row(LfsRecord of, StringBuilder to) {
    to.append(of.id()).append('\t').append(of.weight()).append('\t').append(of.flow());
    to.append('\t').append(of.age());
    for (int q = 1; q <= quarters; q++) {
      to.append('\t').append(of.activity(q)).append('\t').append(of.economicActivity(q));
      to.append('\t').append(of.majorGroup(q)).append('\t').append(of.occupation(q));
      to.append('\t').append(of.industry(q)).append('\t').append(of.section(q));
      to.append('\t').append(of.lengthOfEmployment(q));
    }
  }
}
