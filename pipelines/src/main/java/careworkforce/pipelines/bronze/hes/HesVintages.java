package careworkforce.pipelines.bronze.hes;

import careworkforce.common.ingest.LayoutDraft;

/** What changes between vintages of HES extracts. */
final class HesVintages {
  /** The name under which the contracts know the person's key. */
  static final String PERSON = "PSEUDO_HESID";

  private HesVintages() {}

  /** The person's key under each name it has had. */
  static LayoutDraft personKey(LayoutDraft draft) {
    return draft
        .alsoNamed("ENCRYPTED_HESID", PERSON)
        .alsoNamed("EXTRACT_HESID", PERSON)
        .alsoNamed("TOKEN_PERSON_ID", PERSON);
  }
}
