package careworkforce.common.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import careworkforce.common.conf.Settings;
import careworkforce.common.error.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Direct identifiers become keyed pseudonyms, or the row or file does not pass. */
class PseudonymsTest {
  private static final byte[] MASTER = "0123456789abcdef0123456789abcdef".getBytes(UTF_8);
  private static final String VALID = "9434765919";
  @TempDir Path folder;

  private static String pseudonym(Pseudonyms keys, String entity, String identifier) {
    byte[] text = identifier.getBytes(UTF_8);
    return keys.key(entity).pseudonym(text, 0, text.length).toString();
  }

  @Test
  void shouldMakeThePseudonymThatAnIndependentHmacMakes() {
    // python3 -c "import hmac; k=hmac.digest(b'0123456789abcdef0123456789abcdef',
    // b'p/staff/1','sha256'); print(hmac.new(k,b'123','sha256').hexdigest()[:32])"
    assertThat(pseudonym(Pseudonyms.of(MASTER, "p"), "staff", "123"))
        .isEqualTo("3e3259ead58f4be1423fb280fbcbc224");
  }

  @Test
  void shouldKeepProjectsAndEntitiesApart() {
    String ours = pseudonym(Pseudonyms.of(MASTER, "p"), "staff", "123");

    assertThat(pseudonym(Pseudonyms.of(MASTER, "p"), "staff", "123")).isEqualTo(ours).hasSize(32);
    assertThat(pseudonym(Pseudonyms.of(MASTER, "p"), "resident", "123")).isNotEqualTo(ours);
    assertThat(pseudonym(Pseudonyms.of(MASTER, "q"), "staff", "123")).isNotEqualTo(ours);
  }

  @Test
  void shouldNeverPrintAKey() {
    assertThat(Pseudonyms.of(MASTER, "p").toString()).doesNotContain("0123");
    assertThat(Pseudonyms.of(MASTER, "p").key("staff").toString()).isEqualTo("EntityKey");
  }

  private Settings withKey(String permissions, String key) throws IOException {
    Path file = Files.writeString(folder.resolve("key"), key);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
    return Settings.load(List.of(), Map.of("pseudonyms.key-file", "\"" + file + "\""));
  }

  @Test
  void shouldRefuseAKeyFileThatOthersMayRead() throws IOException {
    Settings open = withKey("rw-r-----", "0123456789abcdef0123456789abcdef");

    assertThatThrownBy(() -> Pseudonyms.of(open))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("others may use the key file")
        .hasMessageContaining("chmod 600")
        .hasMessageNotContaining("0123");
  }

  @Test
  void shouldRefuseAShortKeyAndAMissingOne() throws IOException {
    Settings brief = withKey("rw-------", "secret");
    Settings none =
        Settings.load(List.of(), Map.of("pseudonyms.key-variable", "\"NO_SUCH_VARIABLE_HERE\""));

    assertThatThrownBy(() -> Pseudonyms.of(brief))
        .hasMessageContaining("6 bytes of key")
        .hasMessageNotContaining("secret");
    assertThatThrownBy(() -> Pseudonyms.of(none)).hasMessageContaining("NO_SUCH_VARIABLE_HERE");
  }

  private static List<String> people(LayoutDraft draft, String content) {
    return Scans.told(People.TABLE, draft.layout(), content.getBytes(UTF_8));
  }

  @Test
  void shouldWriteThePseudonymOfAValidNhsNumberHoweverItIsSpaced() {
    String expected = pseudonym(Pseudonyms.of(MASTER, "test"), "resident", VALID);

    assertThat(
            people(People.Taking.standard(), "NHS_Number,Age\n" + VALID + ",80\n943 476 5919,81\n"))
        .containsExactly("2: " + expected + " null 80", "3: " + expected + " null 81");
  }

  @Test
  void shouldRejectAnNhsNumberThatFailsItsCheckDigitAndNotShowIt() throws IOException, Refusal {
    String content = "NHS_Number,Age\n9434765918,80\n1111111111,80\n123,80\n" + VALID + ",x\n";

    assertThat(people(People.Taking.standard(), content))
        .containsExactly(
            "2: BAD_NHS_NUMBER NHS_Number",
            "3: BAD_NHS_NUMBER NHS_Number",
            "4: BAD_NHS_NUMBER NHS_Number",
            "5: BAD_NUMBER Age");
    FileScan scan =
        Scans.of(People.TABLE, People.Taking.standard().layout(), content.getBytes(UTF_8));
    while (scan.next()) {
      assertThat(scan.reject().content()).startsWith("***,");
      assertThat(scan.reject().reason()).doesNotContain("943476");
    }
  }

  /** Rows whose cells slid by one, so that an identifier stands where a number belongs. */
  @Test
  void shouldNotShowAnIdentifierThatStandsInAColumnNotDeclaredForOne() throws IOException, Refusal {
    String content =
        "NHS_Number,Age\n" + VALID + ",401 023 2137\n" + VALID + ",SW1A 1AA\n" + VALID + ",old\n";
    assertThat(kept(People.Taking.standard(), content))
        .containsExactly(
            "***,***: Age is not a number of the column's kind",
            "***,***: Age is not a number of the column's kind",
            "***,old: Age 'old' is not a number of the column's kind");
  }

  /** What is kept of each rejected row and why it was. */
  private static List<String> kept(LayoutDraft draft, String content) throws IOException, Refusal {
    FileScan scan = Scans.of(People.TABLE, draft.layout(), content.getBytes(UTF_8));
    List<String> kept = new ArrayList<>();
    while (scan.next()) {
      kept.add(scan.reject().content() + ": " + scan.reject().reason());
    }
    return kept;
  }

  @Test
  void shouldNotShowACellOfAColumnThatTheLayoutDoesNotKnow() throws IOException, Refusal {
    assertThat(
            kept(
                People.Taking.standard().leave("Ward"),
                "NHS_Number,Age,Hospital_No,Next_Of_Kin,Ward\n" + VALID + ",x,K1,Ann Lee,W7\n"))
        .containsExactly("***,x,***,***,W7: Age 'x' is not a number of the column's kind");
  }

  @Test
  void shouldNotShowTheDayOfABirthOrDeathThatStandsWhereAMonthBelongs()
      throws IOException, Refusal {
    LayoutDraft draft =
        Layout.named("people-months")
            .files("PEOPLE_(?<year>\\d{4})\\.csv")
            .take("NHS_Number", People.TABLE.person, Parse.nhsNumber())
            .take("Year_Of_Birth", People.TABLE.age, Parse.integer())
            .leave("Death_Month");
    String header = "NHS_Number,Year_Of_Birth,Death_Month\n";
    for (String date :
        List.of(
            "17/05/1931",
            "1931-05-17",
            "19310517",
            "17-MAY-1931",
            "17MAY1931",
            "17 May 1931",
            "1931-05-17 00:00:00",
            "17/05/1931 00:00")) {
      assertThat(kept(draft, header + VALID + ",x," + date + "\n"))
          .containsExactly("***,x,***: Year_Of_Birth 'x' is not a number of the column's kind");
    }
    assertThat(kept(draft, header + VALID + ",17/05/1931,2015-02\n"))
        .containsExactly("***,***,2015-02: Year_Of_Birth is not a number of the column's kind");
    assertThat(kept(draft, header + VALID + ",1930-13,201502\n"))
        .containsExactly(
            "***,1930-13,201502: Year_Of_Birth '1930-13' is not a number of the column's kind");
  }

  /** A year of eight digits is a number, and a text may be anything. */
  @Test
  void shouldTakeNoDayOfABirthIntoAColumnOfAnotherKind() throws IOException, Refusal {
    LayoutDraft draft =
        Layout.named("people-years")
            .files("PEOPLE_(?<year>\\d{4})\\.csv")
            .take("NHS_Number", People.TABLE.person, Parse.nhsNumber())
            .take("Year_Of_Birth", People.TABLE.age, Parse.integer())
            .alsoNamed("Born", "Year_Of_Birth");
    String born = "NHS_Number,Born\n" + VALID + ",19310517\n";

    assertThat(kept(draft, born))
        .containsExactly("***,***: Year_Of_Birth tells the day of a birth, which is never taken");
    assertThat(people(draft, born + VALID + ",1931\n"))
        .containsExactly(
            "2: DAY_OF_BIRTH Year_Of_Birth",
            "3: " + pseudonym(Pseudonyms.of(MASTER, "test"), "resident", VALID) + " null 1931");
  }

  @Test
  void shouldKeepOnlyTheShapeOfALineThatCannotBeCut() throws IOException, Refusal {
    FileScan scan =
        Scans.of(
            People.TABLE,
            People.Taking.standard().layout(),
            ("NHS_Number,Age\n" + VALID + ",Ann Lee,80\n").getBytes(UTF_8));
    scan.next();

    assertThat(scan.reject().content()).isEqualTo("9999999999,xxx xxx,99");
  }

  @Test
  void shouldRefuseAColumnNamedLikeADirectIdentifier() {
    for (String header :
        List.of(
            "Surname",
            "First Name",
            "PostCode",
            "DOB",
            "date_of_birth",
            "E-mail",
            "NINO",
            "Telephone",
            "PatientName",
            "Postal_Code")) {
      String content = "NHS_Number,Age," + header + "\n" + VALID + ",80,x\n";
      assertThat(people(People.Taking.standard(), content))
          .containsExactly(
              "refused: column "
                  + header
                  + " has the name of a direct identifier and is not declared as one");
      assertThat(people(People.Taking.standard().leaveIdentifiers(header), content)).hasSize(1);
      assertThat(people(People.Taking.standard().notPersonal(header), content)).hasSize(1);
    }
  }

  @Test
  void shouldNotTakeOtherColumnsForIdentifiers() {
    for (String header :
        List.of("Year_Of_Birth", "Org_Name", "Postcode_Tier", "Job_Role", "Lsoa", "Period")) {
      String content = "NHS_Number,Age," + header + "\n" + VALID + ",80,1950\n";
      assertThat(people(People.Taking.standard(), content)).hasSize(1);
    }
  }

  @Test
  void shouldRefuseAColumnThatHoldsDirectIdentifiersUnderAnotherName() {
    assertThat(unnamed("4850000002", "4850000010", "4850000029"))
        .isEqualTo(
            "refused: column X looks like an NHS number in 3 of the first 3 cells and is not declared as one");
    assertThat(unnamed("AB123456C", "AB 12 34 56 C", "AA123456A"))
        .contains("looks like a national insurance number");
    assertThat(unnamed("a@b.org", "b.c@d.co.uk", "x@y.com")).contains("an e-mail address");
    assertThat(unnamed("SW1A 1AA", "M1 1AE", "LS29JT")).contains("a full postcode");
    assertThat(unnamed("020 7946 0000", "+447700900123", "01134960000")).contains("telephone");
    assertThat(unnamed("E01000001", "N6A", "1-1000210669", "RXA")).doesNotContain("refused");
  }

  private static String unnamed(String... values) {
    StringBuilder content = new StringBuilder("NHS_Number,Age,X\n");
    for (int i = 0; i < values.length; i++) {
      content.append(VALID).append(',').append(i).append(',').append(values[i]).append('\n');
    }
    return String.join(" ", people(People.Taking.standard(), content.toString()));
  }
}
