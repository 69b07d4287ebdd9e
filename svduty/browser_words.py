"""A browser's long name for itself, in words a person knows."""

# The first that is named wins: most browsers also claim to be several of those further down.
BROWSERS = {"Edg": "Edge", "OPR/": "Opera", "SamsungBrowser/": "Samsung Internet", "Firefox/": "Firefox", "FxiOS/": "Firefox"}
BROWSERS |= {"CriOS/": "Chrome", "Chrome/": "Chrome", "Safari/": "Safari"}
SYSTEMS = {"iPhone": "an iPhone", "iPad": "an iPad", "Android": "Android", "CrOS": "ChromeOS", "Windows": "Windows"}
SYSTEMS |= {"Mac OS X": "a Mac", "Linux": "Linux"}


def in_words(user_agent: str) -> str:
    """ "Firefox on Windows"; "An unknown browser" where nothing is known."""
    browser = next((words for mark, words in BROWSERS.items() if mark in user_agent), "")
    system = next((words for mark, words in SYSTEMS.items() if mark in user_agent), "")
    if system:
        return f"{browser or 'A browser'} on {system}"
    return browser or "An unknown browser"
