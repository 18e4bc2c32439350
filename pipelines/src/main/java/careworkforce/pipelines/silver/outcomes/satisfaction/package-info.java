/** What people who use care say of it: estimates of the Adult Social Care Survey. */
@NullMarked
package careworkforce.pipelines.silver.outcomes.satisfaction;

import org.jspecify.annotations.NullMarked;
