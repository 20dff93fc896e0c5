package org.postpurchase.series;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.postpurchase.messaging.MessageTemplate;
import org.postpurchase.messaging.TemplateReader;
import org.postpurchase.messaging.TemplateVersions;

/**
 * Freezes what the merchant has edited as the version that people enter from now on. Whoever is
 * inside keeps the version that he or she entered on.
 *
 * <p>Joins the caller's transaction. Publishing the same rules and wordings again changes nothing.
 */
public final class PublishSeries {
  private final SeriesVersionStore versions;
  private final TemplateReader templates;
  private final TemplateVersions wordings;

  public PublishSeries(
      SeriesVersionStore versions, TemplateReader templates, TemplateVersions wordings) {
    this.versions = versions;
    this.templates = templates;
    this.wordings = wordings;
  }

  /**
   * @param liveVersion number of the version that people enter now; 0 for none
   * @return number of the version that they enter from now on
   */
  public int publish(long seriesId, SeriesDefinition draft, int liveVersion) {
    List<MessageTemplate> used = used(draft);
    List<SeriesVersion.Wording> frozen = frozen(used);
    if (isLive(seriesId, draft, frozen, liveVersion)) {
      return liveVersion;
    }
    used.forEach(template -> wordings.keep(template, "published"));
    return versions.freeze(seriesId, draft, frozen).number;
  }

  /** Whether there is something that {@link #publish} would change. */
  public boolean hasUnpublished(long seriesId, SeriesDefinition draft, int liveVersion) {
    return !isLive(seriesId, draft, frozen(used(draft)), liveVersion);
  }

  private boolean isLive(
      long seriesId, SeriesDefinition draft, List<SeriesVersion.Wording> frozen, int liveVersion) {
    Optional<SeriesVersion> live = versions.find(seriesId, liveVersion);
    return live.isPresent()
        && SeriesText.write(live.get().definition, live.get().wordings)
            .equals(SeriesText.write(draft, frozen));
  }

  private List<MessageTemplate> used(SeriesDefinition draft) {
    Set<String> keys = new LinkedHashSet<>();
    draft.steps.forEach(step -> keys.add(step.templateKey));
    List<MessageTemplate> used = new ArrayList<>();
    keys.forEach(key -> used.addAll(templates.active(key)));
    return used;
  }

  private static List<SeriesVersion.Wording> frozen(List<MessageTemplate> used) {
    List<SeriesVersion.Wording> frozen = new ArrayList<>();
    used.forEach(t -> frozen.add(new SeriesVersion.Wording(t.key, t.localeCode, t.version)));
    return frozen;
  }
}
