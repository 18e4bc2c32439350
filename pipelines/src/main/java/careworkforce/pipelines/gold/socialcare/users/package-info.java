/** From staff to the people cared for: the second step of programme 06, and what it rests on. */
@NullMarked
package careworkforce.pipelines.gold.socialcare.users;

import org.jspecify.annotations.NullMarked;
