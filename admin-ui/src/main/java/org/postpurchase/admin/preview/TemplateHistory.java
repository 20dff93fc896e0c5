package org.postpurchase.admin.preview;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.postpurchase.admin.ui.Moments;
import org.postpurchase.messaging.TemplateVersions;
import org.postpurchase.shared.Shop;

/** Every wording that a template ever had, newest first. Reads only. */
public final class TemplateHistory {
  private static final int SHOWN_MAX = 50;

  private final SavedTemplates templates;
  private final TemplateVersions versions;
  private final Shop shop;

  public TemplateHistory(SavedTemplates templates, TemplateVersions versions, Shop shop) {
    this.templates = templates;
    this.versions = versions;
    this.shop = shop;
  }

  /** Empty when there is no such template. */
  public List<VersionRow> of(long templateId, Locale locale) {
    Moments moments = new Moments(shop.zone, locale);
    return templates
        .find(templateId)
        .map(t -> versions.list(t.getKey(), t.definition.localeCode, SHOWN_MAX))
        .orElse(Collections.emptyList())
        .stream()
        .map(saved -> new VersionRow(saved, moments))
        .collect(Collectors.toList());
  }
}
