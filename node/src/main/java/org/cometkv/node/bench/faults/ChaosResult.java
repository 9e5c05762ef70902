package org.cometkv.node.bench.faults;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The result of a run with faults.
 *
 * @param figures by name, as the line of the bench has them
 * @param remarks a sentence for each lost change, for each reading in a calm phase that was too old, and for the gets
 *     that had no answer
 */
public record ChaosResult(Map<String, Double> figures, List<String> remarks) {

    public static final String SECONDS = "seconds";
    public static final String OPS_PER_S = "ops_per_s";
    public static final String LOST = "lost";
    public static final String LOST_ELSEWHERE = "lost_elsewhere";
    public static final String LOST_BEFORE_BATCH = "lost_over_100_ms";
    public static final String UP_SECONDS = "up_s_max";
    public static final String STALE_IN_CALM = "stale_in_calm";
    public static final String GETS_ANSWERED = "gets_answered";
    public static final String REPLICATED_SECONDS = "replicated_s_max";
    public static final String UNREAD = "unread";

    public ChaosResult {
        remarks = List.copyOf(remarks);
    }

    static ChaosResult of(Verdict verdict, History history, Map<String, Double> more) {
        Map<String, Double> figures = new LinkedHashMap<>();
        figures.put("acknowledged", (double) verdict.acknowledged());
        figures.put(LOST, (double) verdict.lost());
        figures.put(LOST_ELSEWHERE, (double) verdict.lostElsewhere());
        figures.put(LOST_BEFORE_BATCH, (double) verdict.lostBeforeBatch());
        figures.put(STALE_IN_CALM, (double) verdict.staleInCalm());
        figures.put("stale", (double) verdict.stale());
        figures.put("refused_shown", (double) verdict.refusedShown());
        figures.put("repeated", (double) verdict.repeated());
        figures.put("unheard", (double) verdict.unheard());
        figures.put("gets", (double) history.gets());
        figures.put(GETS_ANSWERED, history.answeredShare());
        figures.put("unavailable_s_max", history.longestSeconds());
        figures.putAll(more);
        List<String> remarks = new ArrayList<>(verdict.remarks());
        if (!history.unanswered().isEmpty()) {
            remarks.add("gets without an answer, repeated ones counted as well: " + history.unanswered());
        }
        return new ChaosResult(figures, remarks);
    }
}
