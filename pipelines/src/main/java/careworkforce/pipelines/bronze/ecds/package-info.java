/** The Emergency Care Data Set, which replaced HES A&amp;E, under its own names. */
@NullMarked
package careworkforce.pipelines.bronze.ecds;

import org.jspecify.annotations.NullMarked;
