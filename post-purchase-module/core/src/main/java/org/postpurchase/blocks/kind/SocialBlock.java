package org.postpurchase.blocks.kind;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.postpurchase.blocks.Block;
import org.postpurchase.blocks.BlockField;
import org.postpurchase.blocks.BlockField.Type;
import org.postpurchase.blocks.BlockKind;
import org.postpurchase.blocks.MailWriter;

/** The shop's pages elsewhere, from the brand; left out while there are none. */
public final class SocialBlock implements BlockKind {
  private static final List<BlockField> FIELDS =
      Collections.unmodifiableList(Arrays.asList(BlockField.optional("text", Type.LINE)));

  @Override
  public String key() {
    return "SOCIAL";
  }

  @Override
  public List<BlockField> fields() {
    return FIELDS;
  }

  @Override
  public void write(Block block, MailWriter mail) {
    String text = block.value("text");
    mail.when("$brand && $brand.links").row("padding:12px 32px 20px;");
    String words = text.isEmpty() ? mail.word("follow") : text;
    mail.html(
        "<div style=\"margin:0 0 4px;font-weight:bold;\">" + MailWriter.line(words) + "</div>");
    mail.html(
        "#foreach($link in $brand.links)<a href=\"${link.url}\" class=\"pp-link\""
            + " style=\"display:inline-block;padding:10px 14px 10px"
            + " 0;color:#1d6b52;\">${link.label}</a> #end");
    mail.text(MailWriter.plainLine(words)).text("#foreach($link in $brand.links)");
    mail.text("${link.label}: ${link.url}").text("#end");
    mail.endRow().endWhen("$brand && $brand.links");
  }
}
