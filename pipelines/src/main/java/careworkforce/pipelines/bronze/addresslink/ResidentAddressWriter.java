package careworkforce.pipelines.bronze.addresslink;

import careworkforce.pipelines.synthetic.Cells;
import careworkforce.pipelines.synthetic.SourceWriter;
import careworkforce.pipelines.synthetic.Trap;
import careworkforce.pipelines.synthetic.WorldSettings;
import careworkforce.pipelines.synthetic.residents.AddressMonth;
import com.google.auto.service.AutoService;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes {@code resident_address/RESIDENT_ADDRESS_YYYYMM.csv}, one row a resident found. */
@AutoService(SourceWriter.class)
public final class ResidentAddressWriter implements SourceWriter<AddressMonth> {
  private static final long serialVersionUID = 1L;

  @Override
  public Class<AddressMonth> writes() {
    return AddressMonth.class;
  }

  @Override
  public String folder() {
    return "resident_address";
  }

  @Override
  public @Nullable String file(int month, WorldSettings world) {
    return "RESIDENT_ADDRESS_" + Cells.yearMonth(month) + ".csv";
  }

  @Override
  public String header(int month) {
    return "EXTRACT_MONTH,TOKEN_PERSON_ID,UPRN,MATCH_TIER,BIRTH_MONTH,SEX,DEATH_MONTH\n";
  }

  @Override
  public void row(AddressMonth of, StringBuilder to) {
    Cells.dashedMonth(of.month(), to);
    to.append(',').append(of.resident().token()).append(',').append(of.resident().home().uprn());
    to.append(",uprn,").append(of.resident().birthYear()).append('-');
    Cells.two(of.resident().birthMonth(), to);
    to.append(',').append(of.resident().female() ? 2 : 1).append(',');
    if (of.died()) {
      Cells.dashedMonth(of.month(), to);
    }
  }

  @Override
  public List<Spoil> spoils() {
    return List.of(new Spoil(Trap.BAD_DATE, 4, "1930-13"), new Spoil(Trap.UNKNOWN_CODE, 3, "name"));
  }
}
