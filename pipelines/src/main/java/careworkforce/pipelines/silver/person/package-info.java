/** Persons of the staff record: who they are, and one row a person and month. */
@NullMarked
package careworkforce.pipelines.silver.person;

import org.jspecify.annotations.NullMarked;
