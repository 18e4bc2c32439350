/** What the papers of programme 06 tell of their sample before they estimate anything. */
@NullMarked
package careworkforce.pipelines.gold.socialcare.description;

import org.jspecify.annotations.NullMarked;
