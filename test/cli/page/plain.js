document.title += ' (plain)';
