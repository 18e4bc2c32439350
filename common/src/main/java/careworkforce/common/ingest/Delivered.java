package careworkforce.common.ingest;

import careworkforce.common.table.Field;

/**
 * A delivered column that is taken into a field.
 *
 * @param name its header; for a file without header, its name in the source's description
 * @param position from 1 where the file has no header; 0 where the header tells
 * @param field the contract's column it becomes
 * @param parse how its text is read
 * @param optional true if files of this layout may lack it; the field is then null
 */
record Delivered(String name, int position, Field field, Parse parse, boolean optional) {}
