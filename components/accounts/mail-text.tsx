const ADDRESS = /(https?:\/\/\S+)/;

/** The plain text of an e-mail, with its links to open. */
export function MailText({ text }: { text: string }) {
  return (
    <div className="whitespace-pre-line">
      {text.split(ADDRESS).map((part) =>
        ADDRESS.test(part) ? (
          <a key={part} href={part} className="break-all">
            {part}
          </a>
        ) : (
          part
        ),
      )}
    </div>
  );
}
