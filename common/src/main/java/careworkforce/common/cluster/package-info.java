/**
 * A Spark standalone cluster on this machine: a master and workers as processes of their own, from
 * the jars of this program, to see and to test what holds on a cluster.
 */
@NullMarked
package careworkforce.common.cluster;

import org.jspecify.annotations.NullMarked;
