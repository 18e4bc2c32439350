/** Care home staffing and the outcomes of residents (programme 06). */
@NullMarked
package careworkforce.pipelines.gold.socialcare;

import org.jspecify.annotations.NullMarked;
