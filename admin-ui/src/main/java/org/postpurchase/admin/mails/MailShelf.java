package org.postpurchase.admin.mails;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.persistence.EntityManager;
import org.postpurchase.admin.transfer.Fields;
import org.postpurchase.admin.transfer.FileNames;
import org.postpurchase.admin.transfer.Shelf;
import org.postpurchase.admin.ui.Words;
import org.postpurchase.blocks.Block;
import org.postpurchase.blocks.BlockStore;
import org.postpurchase.blocks.Composition;
import org.postpurchase.broadleaf.entity.MessageTemplate;
import org.postpurchase.broadleaf.entity.MessageTemplateImpl;
import org.postpurchase.broadleaf.settings.PresetGallery;
import org.postpurchase.portable.PortableNode;
import org.postpurchase.shared.PlainJson;

/**
 * Mails in files, one entry for each language of a mail. Each import is a further version of the
 * mail, which keeps those before. A new mail is sent by nothing yet.
 */
public final class MailShelf implements Shelf {
  private static final String KIND = "mails";
  private static final String ALL =
      "select t from org.postpurchase.broadleaf.entity.MessageTemplate t"
          + " order by t.templateKey, t.localeCode";
  private static final String[] TEXTS = {
    "subject", "preheader", "heading", "intro", "closing", "htmlLayout", "textLayout"
  };
  private static final int TEXT_MAX = 100_000;

  private final EditMails edit;
  private final TryMail trial;
  private final BlockStore blocks;
  private final MailWords mailWords;
  private final PresetGallery gallery;
  private final Words words;

  public MailShelf(
      EditMails edit,
      TryMail trial,
      BlockStore blocks,
      MailWords mailWords,
      PresetGallery gallery,
      Words words) {
    this.edit = edit;
    this.trial = trial;
    this.blocks = blocks;
    this.mailWords = mailWords;
    this.gallery = gallery;
    this.words = words;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public List<Class<?>> records() {
    return Collections.singletonList(MessageTemplate.class);
  }

  private static String key(MessageTemplate row) {
    return row.getTemplateKey() + "." + row.getLocaleCode();
  }

  @Override
  public List<Entry> entries(EntityManager em) {
    List<Entry> entries = new ArrayList<>();
    Map<String, BlockStore.Label> labels = blocks.labels();
    for (MessageTemplate row : em.createQuery(ALL, MessageTemplate.class).getResultList()) {
      BlockStore.Label label = labels.getOrDefault(row.getTemplateKey(), BlockStore.Label.NONE);
      String name = label.name.isEmpty() ? row.getSubject() : label.name;
      entries.add(
          new Entry(key(row), name, content(row, label), Boolean.TRUE.equals(row.getActive())));
    }
    return entries;
  }

  private PortableNode content(MessageTemplate row, BlockStore.Label label) {
    PortableNode.Builder content =
        new PortableNode.Builder()
            .put("key", key(row))
            .put("template", row.getTemplateKey())
            .put("language", row.getLocaleCode())
            .put("name", label.name);
    Optional<Composition> composition = edit.composition(row);
    if (composition.isPresent()) {
      Composition mail = composition.get();
      List<PortableNode> parts = new ArrayList<>();
      for (Block block : mail.blocks) {
        PortableNode.Builder part = new PortableNode.Builder().put("kind", block.kind);
        block.values().forEach(part::put);
        parts.add(part.build());
      }
      return content
          .put("subject", mail.subject)
          .put("preheader", mail.preheader)
          .put("reason", mail.reason)
          .put("blocks", PortableNode.list(parts, 0))
          .build();
    }
    return content
        .put("subject", row.getSubject())
        .put("preheader", row.getPreheader())
        .put("heading", row.getHeading())
        .put("intro", row.getIntro())
        .put("closing", row.getClosing())
        .put("htmlLayout", isShipped(row) ? "" : row.getHtmlLayout())
        .put("textLayout", isShipped(row) ? "" : row.getTextLayout())
        .build();
  }

  /** Layouts that nobody has changed are not in files: each version of the product has its own. */
  private boolean isShipped(MessageTemplate row) {
    return gallery
        .shipped(row.getTemplateKey(), row.getLocaleCode())
        .filter(mail -> mail.htmlLayout.equals(row.getHtmlLayout()))
        .filter(mail -> mail.textLayout.equals(row.getTextLayout()))
        .isPresent();
  }

  private void layouts(MessageTemplate row, PortableNode content) {
    row.setHtmlLayout(content.textOf("htmlLayout"));
    row.setTextLayout(content.textOf("textLayout"));
    if (row.getHtmlLayout().isEmpty() && row.getTextLayout().isEmpty()) {
      gallery
          .shipped(row.getTemplateKey(), row.getLocaleCode())
          .ifPresent(
              mail -> {
                row.setHtmlLayout(mail.htmlLayout);
                row.setTextLayout(mail.textLayout);
              });
    }
  }

  private static Draft draft(PortableNode content) {
    Map<String, Object> object = new LinkedHashMap<>();
    if (content.field("blocks").isEmpty()) {
      for (String text : TEXTS) {
        object.put(text, content.textOf(text));
      }
    } else {
      for (String text : new String[] {"subject", "preheader", "reason"}) {
        object.put(text, content.textOf(text));
      }
      List<Object> parts = new ArrayList<>();
      for (PortableNode block : content.field("blocks").items) {
        Map<String, Object> part = new LinkedHashMap<>();
        block.fields.keySet().forEach(name -> part.put(name, block.textOf(name)));
        parts.add(part);
      }
      object.put("blocks", parts);
    }
    return Draft.of(PlainJson.write(object));
  }

  @Override
  public List<String> problems(EntityManager em, Entry entry, FileNames names, Locale locale) {
    Fields fields = new Fields(words, locale);
    PortableNode content = entry.content;
    boolean composed = !content.field("blocks").isEmpty();
    if (composed) {
      fields.only(
          content,
          "key",
          "template",
          "language",
          "name",
          "subject",
          "preheader",
          "reason",
          "blocks");
    } else {
      fields.only(
          content,
          "key",
          "template",
          "language",
          "name",
          "subject",
          "preheader",
          "heading",
          "intro",
          "closing",
          "htmlLayout",
          "textLayout");
      for (String text : TEXTS) {
        fields.text(content, text, TEXT_MAX);
      }
      boolean none = content.field("htmlLayout").isEmpty() && content.field("textLayout").isEmpty();
      if (!none
          || !gallery.shipped(content.textOf("template"), content.textOf("language")).isPresent()) {
        fields.required(content, "htmlLayout", TEXT_MAX);
        fields.required(content, "textLayout", TEXT_MAX);
      }
    }
    fields.required(content, "template", 50);
    fields.required(content, "language", 10);
    fields.text(content, "name", 120);
    String template = content.textOf("template");
    if (!entry.key.equals(template + "." + content.textOf("language"))
        || !content.textOf("language").matches("[a-z]{2,3}(_[A-Z]{2})?")) {
      fields.problem(content, "PostPurchase_Transfer_MailKey", entry.key);
    }
    for (PortableNode other : names.of(KIND)) {
      if (other.textOf("template").equals(template)
          && !other.textOf("name").equals(content.textOf("name"))) {
        fields.problem(content, "PostPurchase_Transfer_MailNames", template);
        break;
      }
    }
    if (fields.problems().isEmpty()) {
      MessageTemplate row = row(content);
      Draft draft = draft(content);
      for (Object each : mailWords.problems(trial.problems(draft, row), draft, locale)) {
        fields.said(content, PlainJson.text((Map<?, ?>) each, "text"));
      }
    }
    return fields.problems();
  }

  private MessageTemplate row(PortableNode content) {
    MessageTemplate row = new MessageTemplateImpl();
    row.setTemplateKey(content.textOf("template"));
    row.setLocaleCode(content.textOf("language"));
    row.setActive(true);
    row.setVersion(1);
    layouts(row, content);
    return row;
  }

  @Override
  public void put(EntityManager em, Entry entry, String actor) {
    MessageTemplate present = null;
    MessageTemplate sister = null;
    for (MessageTemplate row : em.createQuery(ALL, MessageTemplate.class).getResultList()) {
      if (key(row).equals(entry.key)) {
        present = row;
      } else if (row.getTemplateKey().equals(entry.content.textOf("template"))) {
        sister = row;
      }
    }
    MessageTemplate row = present;
    if (row == null) {
      row = row(entry.content);
      if (sister != null) {
        row.setActive(sister.getActive());
        row.setActiveSince(sister.getActiveSince());
      }
    } else if (!edit.next(em, row)) {
      throw new ChangedMeanwhileException(entry.key);
    }
    layouts(row, entry.content);
    edit.put(em, row, draft(entry.content), actor);
    String name = entry.content.textOf("name");
    BlockStore.Label label = blocks.label(row.getTemplateKey());
    if (!label.name.equals(name)
        && !blocks.save(
            row.getTemplateKey(),
            new BlockStore.Label(name, label.archivedAt, label.edition + 1))) {
      throw new ChangedMeanwhileException(entry.key);
    }
  }
}
