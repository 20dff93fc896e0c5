package org.postpurchase.admin.settings;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.TreeMap;
import javax.persistence.EntityManager;
import org.postpurchase.admin.transfer.Fields;
import org.postpurchase.admin.transfer.FileNames;
import org.postpurchase.admin.transfer.LocalKeys;
import org.postpurchase.admin.transfer.Shelf;
import org.postpurchase.admin.ui.Words;
import org.postpurchase.broadleaf.entity.EarningRule;
import org.postpurchase.broadleaf.entity.EarningRuleImpl;
import org.postpurchase.broadleaf.entity.LoyaltyTier;
import org.postpurchase.loyalty.EarningRuleType;
import org.postpurchase.loyalty.RuleSettings;
import org.postpurchase.portable.PortableKeys;
import org.postpurchase.portable.PortableNode;

/** Earning rules in files. A new one is off; tiers stand in files by their names. */
public final class RuleShelf implements Shelf {
  private static final String KIND = "rules";
  private static final String ENTITY = "org.postpurchase.broadleaf.entity.";
  private static final String ALL = "select r from " + ENTITY + "EarningRule r order by r.id";
  private static final String TIERS = "select t from " + ENTITY + "LoyaltyTier t order by t.id";
  private static final String[] NUMBERS = {"perOrder", "perCustomer", "budgetPoints", "priority"};

  private final LocalKeys keys;
  private final RuleTypeWords types;
  private final Words words;

  public RuleShelf(PortableKeys keys, RuleTypeWords types, Words words) {
    this.keys = new LocalKeys(keys, KIND);
    this.types = types;
    this.words = words;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public List<Class<?>> records() {
    return Collections.singletonList(EarningRule.class);
  }

  private static Map<Long, EarningRule> rows(EntityManager em) {
    Map<Long, EarningRule> rows = new LinkedHashMap<>();
    em.createQuery(ALL, EarningRule.class)
        .getResultList()
        .forEach(row -> rows.put(row.getId(), row));
    return rows;
  }

  private static Map<Long, LocalKeys.Local> locals(Map<Long, EarningRule> rows) {
    Map<Long, LocalKeys.Local> locals = new LinkedHashMap<>();
    rows.forEach((id, r) -> locals.put(id, new LocalKeys.Local(r.getPresetKey(), r.getName())));
    return locals;
  }

  private static Map<String, String> tiers(EntityManager em) {
    Map<String, String> tiers = new LinkedHashMap<>();
    for (LoyaltyTier tier : em.createQuery(TIERS, LoyaltyTier.class).getResultList()) {
      tiers.put(String.valueOf(tier.getId()), tier.getName());
    }
    return tiers;
  }

  @Override
  public List<Entry> entries(EntityManager em) {
    Map<Long, EarningRule> rows = rows(em);
    Map<String, String> tiers = tiers(em);
    Map<String, Entry> entries = new TreeMap<>();
    keys.of(locals(rows))
        .forEach(
            (id, key) -> {
              EarningRule row = rows.get(id);
              boolean live = Boolean.TRUE.equals(row.getActive());
              entries.put(key, new Entry(key, row.getName(), content(key, row, tiers), live));
            });
    return new ArrayList<>(entries.values());
  }

  static PortableNode content(String key, EarningRule row, Map<String, String> tiers) {
    List<PortableNode> names = new ArrayList<>();
    for (String id : text(row.getTierIds()).split("[,;\\s]+")) {
      if (!id.isEmpty()) {
        names.add(PortableNode.text(tiers.getOrDefault(id, "#" + id)));
      }
    }
    PortableNode.Builder settings = new PortableNode.Builder();
    for (String line : text(row.getSettings()).split("\\r?\\n")) {
      int is = line.indexOf('=');
      if (is > 0) {
        settings.put(line.substring(0, is).trim(), line.substring(is + 1).trim());
      }
    }
    return new PortableNode.Builder()
        .put("key", key)
        .put("name", row.getName())
        .put("type", row.getType())
        .put("settings", settings.build())
        .put("productIds", row.getProductIds())
        .put("categoryIds", row.getCategoryIds())
        .put("tiers", PortableNode.list(names, 0))
        .put("segment", row.getSegmentKey())
        .put("activeFrom", row.getActiveFrom())
        .put("activeUntil", row.getActiveUntil())
        .put("perOrder", row.getPerOrder())
        .put("perCustomer", row.getPerCustomer())
        .put("period", row.getPeriod())
        .put("budgetPoints", row.getBudgetPoints())
        .put("priority", row.getPriority())
        .build();
  }

  private static String text(String value) {
    return value == null ? "" : value;
  }

  static void onto(EarningRule row, PortableNode node, Map<String, String> tiers) {
    Map<String, String> ids = new HashMap<>();
    tiers.forEach((id, name) -> ids.put(name, id));
    StringJoiner tierIds = new StringJoiner(",");
    for (PortableNode tier : node.field("tiers").items) {
      String name = String.valueOf(tier.text);
      tierIds.add(ids.getOrDefault(name, name.replaceFirst("^#", "")));
    }
    StringJoiner settings = new StringJoiner("\n");
    node.field("settings").fields.forEach((name, value) -> settings.add(name + "=" + value.text));
    row.setName(node.textOf("name"));
    row.setType(node.textOf("type"));
    row.setSettings(RuleSettings.parse(settings.toString()).toString());
    row.setProductIds(Fields.orNull(node, "productIds"));
    row.setCategoryIds(Fields.orNull(node, "categoryIds"));
    row.setTierIds(tierIds.length() == 0 ? null : tierIds.toString());
    row.setSegmentKey(Fields.orNull(node, "segment"));
    row.setActiveFrom(Fields.orNull(node, "activeFrom"));
    row.setActiveUntil(Fields.orNull(node, "activeUntil"));
    row.setPerOrder(Fields.number(node, "perOrder"));
    row.setPerCustomer(Fields.number(node, "perCustomer"));
    row.setPeriod(node.textOf("period"));
    row.setBudgetPoints(Fields.number(node, "budgetPoints"));
    row.setPriority(Fields.orZero(node, "priority"));
  }

  @Override
  public List<String> problems(EntityManager em, Entry entry, FileNames names, Locale locale) {
    Fields fields = new Fields(words, locale);
    PortableNode node = entry.content;
    fields.only(
        node,
        "key",
        "name",
        "type",
        "settings",
        "productIds",
        "categoryIds",
        "tiers",
        "segment",
        "activeFrom",
        "activeUntil",
        "perOrder",
        "perCustomer",
        "period",
        "budgetPoints",
        "priority");
    fields.number(node, NUMBERS);
    fields.text(node, "segment", 60);
    Map<String, String> tiers = tiers(em);
    for (PortableNode tier : node.field("tiers").items) {
      boolean known =
          tier.isText() && (tiers.containsValue(tier.text) || tier.text.startsWith("#"));
      if (!known) {
        fields.problem(tier, "PostPurchase_Transfer_NoTier", tier);
      }
    }
    for (PortableNode setting : node.field("settings").fields.values()) {
      if (!setting.isText() || setting.text.indexOf('\n') >= 0) {
        fields.problem(setting, "PostPurchase_Transfer_NoText", "settings");
      }
    }
    if (fields.problems().isEmpty()) {
      EarningRule row = new EarningRuleImpl();
      onto(row, node, tiers);
      Map<String, String> found = new LinkedHashMap<>(RuleFields.problems(row));
      Optional<EarningRuleType> type = types.types().find(row.getType());
      if (type.isPresent()) {
        RuleSettings settings = RuleSettings.parse(row.getSettings());
        found.putAll(RuleTypeFields.problems(type.get(), settings, types));
      } else {
        found.put("type", types.unknown(row.getType()));
      }
      found.forEach(
          (field, problem) -> {
            String said = words.of(problem, problem, locale);
            fields.said(
                node.field(field).isEmpty() ? node : node.field(field), field + ": " + said);
          });
    }
    return fields.problems();
  }

  @Override
  public void put(EntityManager em, Entry entry, String actor) {
    Map<Long, EarningRule> rows = rows(em);
    Optional<Long> id = keys.find(locals(rows), entry.key);
    if (id.isPresent()) {
      EarningRule row = rows.get(id.get());
      RowEdition edition = RowEdition.of(row);
      try {
        edition.advance(em, Optional.empty());
      } catch (SaveSettings.StaleFormException stale) {
        throw new ChangedMeanwhileException(entry.key);
      }
      em.refresh(row);
      onto(row, entry.content, tiers(em));
      return;
    }
    EarningRule row = new EarningRuleImpl();
    row.setActive(false);
    row.setEdition(1);
    onto(row, entry.content, tiers(em));
    em.persist(row);
    em.flush();
    keys.name(row.getId(), entry.key);
  }
}
