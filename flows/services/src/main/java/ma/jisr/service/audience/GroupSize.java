package ma.jisr.service.audience;

/**
 * A group and how many are in it.
 *
 * @param size to be told by {@link Few} only
 */
public record GroupSize(Group group, long size) {}
