package careworkforce.pipelines.bronze.hes;

import careworkforce.common.ingest.Layout;
import careworkforce.common.ingest.LayoutDraft;
import careworkforce.common.ingest.Parse;
import careworkforce.common.ingest.WideTable;
import careworkforce.common.table.Field;
import java.util.Set;

/** What changes between vintages of HES extracts. */
final class HesVintages {
  /** The name under which the contracts know the person's key. */
  static final String PERSON = "PSEUDO_HESID";

  private HesVintages() {}

  /**
   * A layout of all columns, cut by commas or pipes, with the person's key under each name it has
   * had, of which the newest is the one header that is not in capitals.
   *
   * @param needed columns that no file may lack
   * @param key becomes the name under which the file has the person's key
   */
  static LayoutDraft of(String id, String files, WideTable table, Set<String> needed, Field key) {
    LayoutDraft draft = Layout.named(id).files(files).delimiter(',', '|').foldHeaders();
    return table
        .takeAll(draft, table.headersBut(needed))
        .take(PERSON, key, Parse.header())
        .alsoNamed("ENCRYPTED_HESID", PERSON)
        .alsoNamed("EXTRACT_HESID", PERSON)
        .alsoNamed("TOKEN_PERSON_ID", PERSON);
  }
}
