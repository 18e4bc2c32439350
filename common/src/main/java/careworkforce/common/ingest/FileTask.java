package careworkforce.common.ingest;

import java.io.Serializable;

/**
 * One file to be read by one task.
 *
 * @param file whole path
 * @param path below the source's folder
 * @param month number of the period's month
 * @param recipe index of its layout among the recipes
 * @param sha256 what the file has to hash to; empty where that is to be found out
 */
record FileTask(String file, String path, int month, int recipe, String sha256)
    implements Serializable {}
