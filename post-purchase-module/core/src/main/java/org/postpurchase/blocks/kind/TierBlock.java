package org.postpurchase.blocks.kind;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.postpurchase.blocks.Block;
import org.postpurchase.blocks.BlockField;
import org.postpurchase.blocks.BlockField.Type;
import org.postpurchase.blocks.BlockKind;
import org.postpurchase.blocks.MailWriter;

/** The reader's tier and what is missing for the next one; left out for readers without tiers. */
public final class TierBlock implements BlockKind {
  private static final List<BlockField> FIELDS =
      Collections.unmodifiableList(
          Arrays.asList(
              BlockField.optional("text", Type.LINE), BlockField.optional("label", Type.LINE)));

  @Override
  public String key() {
    return "TIER";
  }

  @Override
  public List<BlockField> fields() {
    return FIELDS;
  }

  @Override
  public void write(Block block, MailWriter mail) {
    String text = block.value("text");
    String label = block.value("label");
    String condition = "$member && ($member.tier || $member.missing)";
    mail.when(condition).row("padding:12px 32px 20px;");
    mail.html(
        "        <table role=\"presentation\" width=\"100%\" cellpadding=\"0\" cellspacing=\"0\""
            + " border=\"0\"><tr><td class=\"pp-soft pp-text\" style=\"padding:18px 20px;"
            + "background-color:#f3f1ec;border-radius:12px;"
            + MailWriter.FONT
            + "color:#22302b;\">");
    part(
        mail,
        "tier",
        "<div class=\"pp-muted\" style=\"font-size:14px;color:#5b6963;\">"
            + mail.word("yourTier")
            + "</div><div style=\"margin:0 0 8px;font-size:24px;line-height:1.25;"
            + "font-weight:bold;\">${member.tier}</div>",
        mail.word("yourTier") + " ${member.tier}");
    part(
        mail,
        "missing",
        "<div style=\"margin:0 0 10px;\">"
            + mail.word("missing")
            + " <strong>${member.next}</strong>: ${member.missing}</div>",
        mail.word("missing") + " ${member.next}: ${member.missing}");
    if (!text.isEmpty()) {
      mail.html("<div style=\"margin:0 0 10px;\">" + MailWriter.line(text) + "</div>");
      mail.text(MailWriter.plainLine(text));
    }
    mail.button(label.isEmpty() ? mail.word("seePoints") : label, "/account/points", true);
    mail.html("</td></tr></table>").endRow().endWhen(condition);
  }

  private static void part(MailWriter mail, String name, String html, String text) {
    String condition = "#if($member." + name + ")";
    mail.html(condition + html + "#end");
    mail.text(condition).text(text).text("#end");
  }
}
