package org.cometkv.testkit.network;

/**
 * The rule of the frames from one node to another.
 *
 * @param delay how long they take
 * @param loss the probability with which one is lost
 * @param lossOf the kind of items of frames that are lost, see {@link ItemKind}; empty for whole frames
 * @param duplicates the probability with which one comes twice
 * @param isCut whether all are lost
 */
public record LinkRule(DelayRule delay, double loss, String lossOf, double duplicates, boolean isCut) {

    /** The rule of a network without faults. */
    public static final LinkRule DEFAULT = new LinkRule(DelayRule.LOCAL, 0, "", 0, false);

    public LinkRule {
        requireProbability("loss", loss);
        requireProbability("duplicates", duplicates);
    }

    public LinkRule withDelay(DelayRule rule) {
        return new LinkRule(rule, loss, lossOf, duplicates, isCut);
    }

    public LinkRule withLoss(double probability) {
        return withLossOf("", probability);
    }

    /** The same with a loss of items of one kind, or of whole frames. */
    public LinkRule withLossOf(String kind, double probability) {
        return new LinkRule(delay, probability, kind, duplicates, isCut);
    }

    public LinkRule withDuplicates(double probability) {
        return new LinkRule(delay, loss, lossOf, probability, isCut);
    }

    public LinkRule withCut(boolean cut) {
        return new LinkRule(delay, loss, lossOf, duplicates, cut);
    }

    private static void requireProbability(String name, double probability) {
        if (!(probability >= 0 && probability <= 1)) {
            throw new IllegalArgumentException(name + " is a probability of 0 to 1, not " + probability);
        }
    }
}
